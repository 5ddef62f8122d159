import fs from "fs"
fs.writeFileSync("/tmp/proof", "ran")
