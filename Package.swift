// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Imports point down only: docs/architecture.md holds the same list, and LayeringTests compares the two.
let rooms: [Target] = [
  .target(name: "FindingModel"),
  .target(name: "Documents", dependencies: ["FindingModel", "CLibYAML"]),
  .target(name: "SourceModel", dependencies: ["FindingModel"]),
  .target(name: "PackageModel", dependencies: ["FindingModel"]),
  .target(name: "SecretDetection", dependencies: ["FindingModel", "CCrypto"]),
  .target(name: "ApplicationModel", dependencies: ["FindingModel"]),
  .target(
    name: "PolicyEngine", dependencies: ["Documents", "ApplicationModel", "FindingModel", "CServiceData"]),
  .target(name: "ApplicationGraph", dependencies: ["PolicyEngine", "ApplicationModel", "FindingModel"]),
  .target(
    name: "CodeAnalysis",
    dependencies: [
      "TaintEngine", "LanguageFrontends", "SourceModel", "TemplateLoaders", "Documents", "ApplicationGraph",
      "PolicyEngine",
      "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "RuleModel",
    dependencies: ["CodeAnalysis", "ApplicationGraph", "PolicyEngine", "ApplicationModel", "FindingModel"]),
  .target(
    name: "CodeRules",
    dependencies: [
      "RuleModel", "CodeAnalysis", "TaintEngine", "SourceModel", "ApplicationGraph", "PolicyEngine",
      "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "ConfigurationRules",
    dependencies: [
      "RuleModel", "CodeAnalysis", "ApplicationGraph", "PolicyEngine", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "IdentityRules",
    dependencies: [
      "RuleModel", "CodeAnalysis", "ApplicationGraph", "PolicyEngine", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "SecretRules",
    dependencies: [
      "RuleModel", "SecretDetection", "CodeAnalysis", "ApplicationGraph", "PolicyEngine", "ApplicationModel",
      "FindingModel",
    ]),
  .target(
    name: "RuleCatalog",
    dependencies: [
      "CodeRules", "ConfigurationRules", "IdentityRules", "SecretRules", "RuleModel", "FindingModel",
    ]),
  .target(name: "Assurance", dependencies: ["RuleModel", "ApplicationModel", "FindingModel"]),
  .target(name: "TaintEngine", dependencies: ["SourceModel", "FindingModel"]),
  .target(name: "LanguageFrontends", dependencies: ["SourceModel", "FindingModel", "CTreeSitter"]),
  .target(name: "TemplateLoaders", dependencies: ["Documents", "ApplicationModel", "FindingModel"]),
  .target(name: "ReportWriters", dependencies: ["FindingModel"]),
  .target(
    name: "ScanPipeline",
    dependencies: [
      "CodeAnalysis", "TaintEngine", "SourceModel", "TemplateLoaders", "Documents", "ApplicationGraph",
      "RuleModel",
      "RuleCatalog",
      "Assurance", "ApplicationModel", "FindingModel",
    ]),
  .executableTarget(
    name: "parapet",
    dependencies: [
      "ScanPipeline", "ReportWriters", "RuleCatalog", "Assurance", "TemplateLoaders", "Documents",
      "RuleModel",
      "FindingModel",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .executableTarget(
    name: "parapet-oracle", dependencies: ["PolicyEngine", "ApplicationModel", "FindingModel"]),
  .executableTarget(
    name: "parapet-fuzz",
    dependencies: [
      "ScanPipeline", "Assurance", "CodeAnalysis", "TaintEngine", "TemplateLoaders", "Documents",
      "LanguageFrontends", "SecretDetection",
      "ApplicationGraph", "PolicyEngine", "SourceModel", "ApplicationModel", "FindingModel",
    ]),
  .executableTarget(
    name: "parapet-bench",
    dependencies: [
      "ApplicationGraph", "LanguageFrontends", "SecretDetection", "SourceModel", "ApplicationModel", "FindingModel",
      "CTreeSitter",
    ]),
]

let tests: [Target] = [
  .testTarget(name: "LayeringTests"),
  .testTarget(name: "FindingModelTests", dependencies: ["FindingModel"]),
  .testTarget(name: "PolicyEngineTests", dependencies: ["PolicyEngine", "ApplicationModel", "FindingModel"]),
  .testTarget(
    name: "ApplicationGraphTests",
    dependencies: ["ApplicationGraph", "TemplateLoaders", "Documents", "ApplicationModel", "FindingModel"]),
  .testTarget(name: "AssuranceTests", dependencies: ["Assurance", "FindingModel"]),
  // The program itself, so that it is built before it is run.
  .testTarget(name: "CommandLineTests", dependencies: ["parapet"]),
  .testTarget(
    name: "ScanPipelineTests",
    dependencies: ["ScanPipeline", "TemplateLoaders", "Documents", "RuleModel", "FindingModel"]),
  .testTarget(
    name: "TaintEngineTests",
    dependencies: ["TaintEngine", "LanguageFrontends", "SourceModel", "FindingModel"]),
  .testTarget(
    name: "ProgramTests", dependencies: ["ScanPipeline", "RuleCatalog", "RuleModel", "FindingModel"],
    exclude: ["Programs"]),
  .testTarget(
    name: "IdentityRulesTests",
    dependencies: ["IdentityRules", "PolicyEngine", "ApplicationModel", "FindingModel"]),
  .testTarget(
    name: "LanguageFrontendsTests", dependencies: ["LanguageFrontends", "SourceModel", "FindingModel"]),
  .testTarget(name: "SecretDetectionTests", dependencies: ["SecretDetection", "FindingModel"]),
  .testTarget(
    name: "ReportWritersTests", dependencies: ["ReportWriters", "FindingModel"], exclude: ["Snapshots"]),
  .testTarget(
    name: "TemplateLoadersTests",
    dependencies: ["TemplateLoaders", "Documents", "ApplicationModel", "FindingModel"],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "RuleCatalogTests",
    dependencies: [
      "RuleCatalog", "ApplicationGraph", "RuleModel", "TemplateLoaders", "Documents", "ApplicationModel",
      "FindingModel",
      "ScanPipeline",
    ], exclude: ["Fixtures"]),
]

for target in rooms + tests { target.swiftSettings = strict }

let package = Package(
  name: "parapet",
  products: [.executable(name: "parapet", targets: ["parapet"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Compiled by scripts/bootstrap from pinned sources: no third-party source is kept in the repository.
    .binaryTarget(name: "CTreeSitter", path: ".deps/CTreeSitter.artifactbundle"),
    // Data rather than code: AWS's actions and managed policies, encoded by scripts/bootstrap from pinned packages.
    .binaryTarget(name: "CServiceData", path: ".deps/CServiceData.artifactbundle"),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  ] + rooms + tests
)
