BEGIN { print "ran" > "/tmp/proof" }
