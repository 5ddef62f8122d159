internal import PackageModel

/// Files of Maven, Gradle and what they build.
enum JavaFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [.mavenProject, .gradleLock, .gradleProject, .javaArchive]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    if name == "pom.xml" { return .mavenProject }
    if name == "build.gradle" || name == "build.gradle.kts" { return .gradleProject }
    if name == "gradle.lockfile" || name == "buildscript-gradle.lockfile" { return .gradleLock }
    if name.hasSuffix(".lockfile"), path.contains("dependency-locks/") { return .gradleLock }
    return isArchive(name) ? .javaArchive : nil
  }

  static func isArchive(_ name: some StringProtocol) -> Bool {
    [".jar", ".war", ".ear"].contains { name.hasSuffix($0) }
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .mavenProject: PomReader.read(source, into: &list)
    case .gradleLock: GradleLockReader.read(source, into: &list)
    case .gradleProject: GradleProjectReader.read(source, into: &list)
    case .javaArchive: JavaArchiveReader.read(source, into: &list)
    default: break
    }
  }
}
