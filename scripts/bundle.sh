# Sourced by the scripts that compile a static library for the package manifest, after shell.sh.

# host_triple: how the Swift toolchain names the machine that builds.
host_triple() {
  case $(uname -m) in
    x86_64) printf 'x86_64-unknown-linux-gnu' ;;
    aarch64 | arm64) printf 'aarch64-unknown-linux-gnu' ;;
    *) fail "no variant is known for the architecture $(uname -m)" ;;
  esac
}

# write_bundle_manifest BUNDLE NAME VERSION TRIPLE: a bundle that holds one variant, in a folder named after it.
write_bundle_manifest() {
  local bundle=$1 name=$2 version=$3 triple=$4
  cat >"$bundle/info.json" <<JSON
{"schemaVersion": "1.0", "artifacts": {"$name": {"type": "staticLibrary", "version": "$version", "variants": [
  {"path": "$triple/lib$name.a", "supportedTriples": ["$triple"],
   "staticLibraryMetadata": {"headerPaths": ["$triple/include"],
                             "moduleMapPath": "$triple/include/module.modulemap"}}]}}}
JSON
}
