import FindingModel
import PackageModel
import Testing

@testable import DependencyInventory

@Suite struct GradleTests {
  @Test func readsLockfiles() {
    let files = FilesInMemory(files: [
      "gradle.lockfile": """
      # This is a Gradle generated file for dependency locking.
      com.google.guava:guava:31.1-jre=compileClasspath,runtimeClasspath
      junit:junit:4.13=testCompileClasspath,testRuntimeClasspath
      org.projectlombok:lombok:1.18=annotationProcessor,compileClasspath
      what is this
      empty=annotationProcessor2
      """,
      "gradle/dependency-locks/testRuntimeClasspath.lockfile": "a:b:1\n",
    ])
    let list = files.list("gradle.lockfile")
    #expect(
      list.lines == ["com.google.guava:guava 31.1-jre", "junit:junit 4.13", "org.projectlombok:lombok 1.18"])
    #expect(list.packages.map(\.scope) == [.production, .development, .provided])
    #expect(list.packages[0].location.line == 2)
    #expect(list.reasons == ["line 5: not 'group:artifact:version'"])
    #expect(
      files.list("gradle/dependency-locks/testRuntimeClasspath.lockfile").packages.map(\.scope) == [
        .development
      ])
  }

  @Test func readsPlainLinesOfBuildFiles() {
    let files = FilesInMemory(files: [
      "gradle.properties": "awsVersion=2.20\n",
      "app/build.gradle": """
      def log4j = '2.17.1' // not 'a:b:c'
      ext.jackson = "2.15.0"
      dependencies {
        implementation 'com.google.guava:guava:31.1-jre'
        api("org.slf4j:slf4j-api:2.0.0")
        testImplementation group: 'junit', name: 'junit', version: '4.13'
        implementation "org.apache.logging.log4j:log4j-core:$log4j"
        implementation "com.fasterxml.jackson.core:jackson-core:${jackson}"
        implementation platform("software.amazon.awssdk:bom:${awsVersion}")
        compileOnly 'a:b'
        /* implementation 'commented:out:1'
        implementation 'commented:out:2' */
        implementation project(':lib')
        implementation libs.okhttp
        implementation fileTree(dir: 'libs')
        runtimeOnly "x:${unknown()}:1@jar"
        implementation(computed)
        api '@'
      }
      implementationOf = 1
      """,
    ])
    let list = files.list("app/build.gradle")
    #expect(
      list.wishes == [
        "com.google.guava:guava 31.1-jre production", "org.slf4j:slf4j-api 2.0.0 production",
        "junit:junit 4.13 development", "org.apache.logging.log4j:log4j-core 2.17.1 production",
        "com.fasterxml.jackson.core:jackson-core 2.15.0 production",
        "software.amazon.awssdk:bom 2.20 production",
        "a:b - provided",
      ])
    #expect(list.requirements.first?.location.line == 4)
    #expect(list.reasons == ["4 dependencies are computed by the build file and were not read."])
  }

  @Test func readsTheVersionCatalogue() {
    let files = FilesInMemory(files: [
      "gradle/libs.versions.toml": """
      [versions]
      aws = "2.20"
      rich = { strictly = "1.5", prefer = "1.6" }
      [libraries]
      aws-s3 = { module = "software.amazon.awssdk:s3", version.ref = "aws" }
      rich_one = { group = "g", name = "rich", version.ref = "rich" }
      plain = "g:plain:3"
      open = { module = "g:open" }
      broken = 3
      [bundles]
      both = ["aws-s3", "plain"]
      """,
      "app/build.gradle.kts": """
      implementation(libs.aws.s3)
      testImplementation(libs.rich.one.get())
      api(libs.bundles.both)
      runtimeOnly(libs.open)
      implementation(libs.missing)
      """,
    ])
    let list = files.list("app/build.gradle.kts")
    #expect(
      list.wishes == [
        "software.amazon.awssdk:s3 2.20 production", "g:rich 1.5 development",
        "software.amazon.awssdk:s3 2.20 production",
        "g:plain 3 production", "g:open - production",
      ])
    #expect(list.reasons == ["1 dependencies are computed by the build file and were not read."])
  }

  @Test func readsKotlin() {
    let files = FilesInMemory(files: [
      "build.gradle.kts": """
      val ktor = "2.3.0"
      dependencies {
        implementation("io.ktor:ktor-server:$ktor")
        implementation(group = "g", name = "a", version = "1")
        ksp("p:q:1")
      }
      """
    ])
    #expect(
      files.list("build.gradle.kts").wishes == [
        "io.ktor:ktor-server 2.3.0 production", "g:a 1 production", "p:q 1 development",
      ])
  }
}
