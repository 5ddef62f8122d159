File.write("/tmp/proof", "ran")
