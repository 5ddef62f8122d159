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
  .target(name: "Documents", dependencies: ["FindingModel", "CLibYAML", "CExpat"]),
  .target(name: "SourceModel", dependencies: ["FindingModel"]),
  .target(name: "PackageModel", dependencies: ["FindingModel"]),
  .target(name: "BillsOfMaterials", dependencies: ["JSONText", "PackageModel", "Documents", "FindingModel"]),
  .target(name: "AdvisoryDownload", dependencies: ["Digests", "CCurl"]),
  .target(name: "Archives", dependencies: ["FindingModel", "CArchive"]),
  .target(
    name: "DependencyInventory",
    dependencies: ["Archives", "Digests", "Documents", "PackageModel", "FindingModel"]),
  .target(
    name: "AdvisoryDatabase",
    dependencies: ["Archives", "Documents", "PackageModel", "FindingModel", "CSQLite"]),
  .target(name: "JSONText"),
  .target(name: "EnforcementPolicy", dependencies: ["Digests", "Documents", "JSONText", "FindingModel"]),
  .target(name: "Digests", dependencies: ["CCrypto"]),
  .target(name: "GitHistory", dependencies: ["CZLib"]),
  .target(name: "SecretDetection", dependencies: ["Digests", "FindingModel"]),
  .target(name: "SecretFiles", dependencies: ["SecretDetection", "FindingModel"]),
  .target(name: "ApplicationModel", dependencies: ["FindingModel"]),
  .target(
    name: "PolicyEngine", dependencies: ["Documents", "ApplicationModel", "FindingModel", "CServiceData"]),
  .target(name: "ApplicationGraph", dependencies: ["PolicyEngine", "ApplicationModel", "FindingModel"]),
  .target(
    name: "CodeAnalysis",
    dependencies: [
      "TaintEngine", "LanguageFrontends", "SourceModel", "TemplateLoaders", "DependencyInventory",
      "PackageModel", "Documents", "ApplicationGraph", "PolicyEngine", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "DependencyAnalysis",
    dependencies: [
      "CodeAnalysis", "TaintEngine", "SourceModel", "ApplicationGraph", "DependencyInventory", "PackageModel",
      "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "EnforcementPlanning",
    dependencies: [
      "EnforcementPolicy", "DependencyAnalysis", "CodeAnalysis", "TaintEngine", "SourceModel", "PackageModel",
      "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "DependencyRules",
    dependencies: [
      "RuleModel", "DependencyAnalysis", "DependencyInventory", "CodeAnalysis", "TaintEngine",
      "ApplicationGraph", "PackageModel", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "RuleModel",
    dependencies: [
      "DependencyAnalysis", "PackageModel", "CodeAnalysis", "ApplicationGraph", "PolicyEngine", "SecretFiles",
      "SecretDetection", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "CodeRules",
    dependencies: [
      "RuleModel", "CodeAnalysis", "TaintEngine", "SourceModel", "ApplicationGraph", "PolicyEngine",
      "SecretDetection", "ApplicationModel", "FindingModel",
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
      "RuleModel", "SecretFiles", "SecretDetection", "CodeAnalysis", "ApplicationGraph", "PolicyEngine",
      "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "RuleCatalog",
    dependencies: [
      "CodeRules", "ConfigurationRules", "DependencyRules", "IdentityRules", "SecretRules", "RuleModel",
      "FindingModel",
    ]),
  .target(name: "Assurance", dependencies: ["RuleModel", "ApplicationModel", "FindingModel"]),
  .target(name: "FunctionProtection"),
  .target(name: "TemplateEditing", dependencies: ["FunctionProtection", "Documents", "FindingModel"]),
  .target(
    name: "EnforcerLayer",
    dependencies: ["EnforcementPolicy", "FunctionProtection", "Archives", "CEnforcer", "CZLib"],
    resources: [
      .embedInCode("Resources/LICENSE"), .embedInCode("Resources/Probe/probe.py"),
      .embedInCode("Resources/Probe/template.yaml"), .embedInCode("Resources/Probe/README.md"),
    ]),
  .target(name: "TaintEngine", dependencies: ["SourceModel", "FindingModel"]),
  .target(name: "LanguageFrontends", dependencies: ["SourceModel", "FindingModel", "CTreeSitter"]),
  .target(name: "TemplateLoaders", dependencies: ["Documents", "ApplicationModel", "FindingModel"]),
  .target(name: "ReportWriters", dependencies: ["Digests", "JSONText", "FindingModel"]),
  .target(
    name: "ScanPipeline",
    dependencies: [
      "Archives", "BillsOfMaterials", "CodeAnalysis", "DependencyAnalysis", "DependencyInventory",
      "EnforcementPlanning", "EnforcementPolicy", "PackageModel", "TaintEngine", "SourceModel",
      "TemplateLoaders", "Documents", "ApplicationGraph", "RuleModel", "RuleCatalog", "GitHistory",
      "SecretFiles", "SecretDetection", "Assurance", "ApplicationModel", "FindingModel",
    ]),
  .target(
    name: "FunctionLab",
    dependencies: [
      "Archives", "Documents", "JSONText", "ApplicationModel", "FindingModel", "CLab", "CMicroHTTPD",
    ]),
  .executableTarget(
    name: "parapet",
    dependencies: [
      "ScanPipeline", "BillsOfMaterials", "EnforcementPolicy", "ReportWriters", "RuleCatalog", "Assurance",
      "TemplateLoaders", "AdvisoryDatabase", "AdvisoryDownload", "Documents", "RuleModel", "PackageModel",
      "FindingModel", "FunctionLab", "EnforcerLayer", "TemplateEditing", "FunctionProtection", "JSONText",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .executableTarget(
    name: "parapet-oracle",
    dependencies: ["PolicyEngine", "PackageModel", "ApplicationModel", "FindingModel"]),
  .executableTarget(
    name: "parapet-fuzz",
    dependencies: [
      "ScanPipeline", "Assurance", "CodeAnalysis", "TaintEngine", "TemplateLoaders", "Documents",
      "LanguageFrontends", "GitHistory", "SecretFiles", "SecretDetection", "ApplicationGraph", "PolicyEngine",
      "EnforcementPolicy", "SourceModel", "ApplicationModel", "FindingModel", "AdvisoryDatabase",
      "PackageModel", "BillsOfMaterials", "DependencyInventory", "Archives", "TemplateEditing",
      "FunctionProtection",
    ]),
  .executableTarget(
    name: "parapet-bench",
    dependencies: [
      "ApplicationGraph", "LanguageFrontends", "SourceModel", "ApplicationModel", "AdvisoryDatabase",
      "PackageModel", "FindingModel", "CTreeSitter", "SecretFiles",
    ]),
]

let tests: [Target] = [
  // Tests write the archives that they read; the program only reads, and loads what it needs for that itself.
  .target(
    name: "TestSupport", dependencies: ["CArchive"], path: "Tests/TestSupport",
    linkerSettings: [.linkedLibrary("archive")]),
  .testTarget(
    name: "AdvisoryDatabaseTests",
    dependencies: ["TestSupport", "AdvisoryDatabase", "Documents", "PackageModel", "FindingModel"]),
  .testTarget(name: "LayeringTests"),
  .testTarget(name: "FindingModelTests", dependencies: ["FindingModel"]),
  .testTarget(name: "PackageModelTests", dependencies: ["PackageModel", "FindingModel"]),
  .testTarget(name: "DocumentsTests", dependencies: ["Documents", "FindingModel"]),
  .testTarget(name: "ArchivesTests", dependencies: ["TestSupport", "Archives", "FindingModel"]),
  .testTarget(
    name: "DependencyInventoryTests",
    dependencies: [
      "TestSupport", "DependencyInventory", "PackageModel", "Archives", "Documents", "FindingModel",
    ]),
  .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
  .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
  .testTarget(
    name: "EnforcementPlanningTests",
    dependencies: ["EnforcementPlanning", "EnforcementPolicy", "ScanPipeline", "FindingModel"]),
  .testTarget(
    name: "EnforcementPolicyTests", dependencies: ["EnforcementPolicy", "Documents", "FindingModel"],
    exclude: ["Scripts"]),
  .testTarget(
    name: "BillsOfMaterialsTests",
    dependencies: ["TestSupport", "BillsOfMaterials", "PackageModel", "Documents", "FindingModel"],
    exclude: ["Snapshots"]),
  .testTarget(name: "AdvisoryDownloadTests", dependencies: ["AdvisoryDownload"], exclude: ["Server"]),
  .testTarget(name: "PolicyEngineTests", dependencies: ["PolicyEngine", "ApplicationModel", "FindingModel"]),
  .testTarget(
    name: "ApplicationGraphTests",
    dependencies: ["ApplicationGraph", "TemplateLoaders", "Documents", "ApplicationModel", "FindingModel"]),
  .testTarget(name: "FunctionProtectionTests", dependencies: ["FunctionProtection"]),
  .testTarget(
    name: "TemplateEditingTests",
    dependencies: ["TemplateEditing", "FunctionProtection", "TemplateLoaders", "Documents", "FindingModel"],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "EnforcerLayerTests",
    dependencies: ["EnforcerLayer", "EnforcementPolicy", "FunctionProtection", "Archives", "CZLib"]),
  .testTarget(name: "GitHistoryTests", dependencies: ["GitHistory"]),
  .testTarget(name: "SecretFilesTests", dependencies: ["SecretFiles", "SecretDetection", "FindingModel"]),
  .testTarget(name: "AssuranceTests", dependencies: ["Assurance", "FindingModel"]),
  .testTarget(
    name: "FunctionLabTests",
    dependencies: ["FunctionLab", "TemplateLoaders", "ApplicationModel", "Documents", "FindingModel", "CLab"]),
  // The program itself, so that it is built before it is run.
  .testTarget(name: "CommandLineTests", dependencies: ["parapet"]),
  .testTarget(
    name: "ScanPipelineTests",
    dependencies: [
      "TestSupport", "ScanPipeline", "SecretFiles", "PackageModel", "TemplateLoaders", "Documents",
      "RuleModel", "FindingModel",
    ]),
  .testTarget(
    name: "TaintEngineTests",
    dependencies: ["TaintEngine", "LanguageFrontends", "SourceModel", "FindingModel"]),
  .testTarget(
    name: "ProgramTests", dependencies: ["ScanPipeline", "RuleCatalog", "RuleModel", "FindingModel"],
    exclude: ["Programs"]),
  .testTarget(
    name: "DependencyRulesTests",
    dependencies: [
      "DependencyRules", "RuleModel", "DependencyAnalysis", "DependencyInventory", "CodeAnalysis",
      "TaintEngine", "SourceModel", "TemplateLoaders", "Documents", "ApplicationGraph", "ApplicationModel",
      "PackageModel", "FindingModel",
    ]),
  .testTarget(
    name: "IdentityRulesTests",
    dependencies: ["IdentityRules", "PolicyEngine", "ApplicationModel", "FindingModel"]),
  .testTarget(
    name: "LanguageFrontendsTests", dependencies: ["LanguageFrontends", "SourceModel", "FindingModel"]),
  .testTarget(
    name: "SecretDetectionTests", dependencies: ["Digests", "SecretFiles", "SecretDetection", "FindingModel"]),
  .testTarget(
    name: "ReportWritersTests",
    dependencies: ["TestSupport", "Digests", "JSONText", "ReportWriters", "FindingModel"],
    exclude: ["Snapshots"]),
  .testTarget(
    name: "TemplateLoadersTests",
    dependencies: ["TemplateLoaders", "Documents", "ApplicationModel", "FindingModel"], exclude: ["Fixtures"]),
  .testTarget(
    name: "RuleCatalogTests",
    dependencies: [
      "AdvisoryDatabase", "RuleCatalog", "ApplicationGraph", "RuleModel", "TemplateLoaders", "Documents",
      "ApplicationModel", "FindingModel", "ScanPipeline",
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
    // The enforcer's binaries as bytes, compiled from Enforcer/ by scripts/bootstrap.
    .binaryTarget(name: "CEnforcer", path: ".deps/CEnforcer.artifactbundle"),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Not through pkg-config, which would link them: see decisions 6 and 11.
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // Not linked either: the lab loads it.
    .systemLibrary(name: "CMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"])]),
    // What happens between fork and exec of a sandbox, where only plain C may run: see decision 12.
    .target(name: "CLab"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  ] + rooms + tests
)
