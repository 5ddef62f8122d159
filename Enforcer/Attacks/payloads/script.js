require("fs").writeFileSync("/tmp/proof", "ran")
