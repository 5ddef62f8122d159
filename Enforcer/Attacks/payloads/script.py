open("/tmp/proof", "w").write("ran")
