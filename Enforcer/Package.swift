// swift-tools-version: 6.2
import PackageDescription

// For tests of what needs no process around it. The product itself is built by scripts/build-enforcer: one module in
// Embedded Swift per binary, which the package manager cannot build for two architectures.
let package = Package(
  name: "enforcer",
  targets: [
    .target(name: "EnforcerLogic", path: "Sources/Enforcer/Logic"),
    .testTarget(name: "EnforcerLogicTests", dependencies: ["EnforcerLogic"]),
  ]
)
