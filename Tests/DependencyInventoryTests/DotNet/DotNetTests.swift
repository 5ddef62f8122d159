import FindingModel
import PackageModel
import Testing

@testable import DependencyInventory

@Suite struct DotNetTests {
  private let digest =
    "dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdA=="

  @Test func readsLockfiles() {
    let files = FilesInMemory(files: [
      "src/packages.lock.json": """
      {"version": 2, "dependencies": {
        "net8.0": {
          "Newtonsoft.Json": {"type": "Direct", "requested": "[13.0.1, )", "resolved": "13.0.1",
            "contentHash": "\(digest)", "dependencies": {"System.Text": "4.3.0"}},
          "System.Text": {"type": "Transitive", "resolved": "4.3.0", "contentHash": "short"},
          "Pinned": {"type": "CentralTransitive", "requested": "[1.0.0, )", "resolved": "1.0.0"},
          "lib": {"type": "Project", "dependencies": {"Pinned": "[1.0.0, )"}}
        },
        "net8.0/linux-x64": {"system.text": {"type": "Transitive", "resolved": "4.3.0"}},
        "net6.0": {"System.Text": {"type": "Direct", "resolved": "4.3.1"}}
      }}
      """
    ])
    let list = files.list("src/packages.lock.json")
    #expect(
      list.lines == ["Newtonsoft.Json 13.0.1", "Pinned 1.0.0", "System.Text 4.3.0", "System.Text 4.3.1"])
    #expect(list.packages.map(\.isDirect) == [true, false, false, true])
    #expect(list.packages[0].dependencies == [1])
    #expect(list.packages[0].integrity.map(\.algorithm) == ["sha512"] && list.packages[1].integrity.isEmpty)
    #expect(list.packages[0].identity.name == "newtonsoft.json" && list.packages[0].location.line == 3)
  }

  @Test(arguments: ["", "{", "[]", "{}", "{\"dependencies\": 3}", "{\"dependencies\": {\"net\": [1]}}"])
  func endsAtBrokenLockfiles(text: String) {
    #expect(FilesInMemory(files: ["packages.lock.json": text]).list("packages.lock.json").packages.isEmpty)
  }

  @Test func readsWhatAPublishedProgramBrings() {
    let files = FilesInMemory(files: [
      "App.deps.json": """
      {"runtimeTarget": {"name": ".NETCoreApp,Version=v8.0/linux-x64", "signature": ""},
       "targets": {
        ".NETCoreApp,Version=v8.0": {},
        ".NETCoreApp,Version=v8.0/linux-x64": {
          "App/1.2.0": {"dependencies": {"Amazon.Lambda.Core": "2.1.0", "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64": "8.0.1"}},
          "Amazon.Lambda.Core/2.1.0": {"dependencies": {"Deep": "1.0.0"}, "runtime": {"lib/a.dll": {}}},
          "Deep/1.0.0": {"runtime": {}},
          "OnlyToCompile/1.0.0": {"compileOnly": true}
        }},
       "libraries": {
        "App/1.2.0": {"type": "project", "serviceable": false, "sha512": ""},
        "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1": {"type": "runtimepack", "sha512": ""},
        "Amazon.Lambda.Core/2.1.0": {"type": "package", "serviceable": true, "sha512": "sha512-\(digest)"},
        "Deep/1.0.0": {"type": "package"}, "OnlyToCompile/1.0.0": {"type": "package"}, "odd": {"type": "package"}
       }}
      """
    ])
    let list = files.list("App.deps.json")
    #expect(
      list.lines == [
        "Amazon.Lambda.Core 2.1.0", "Deep 1.0.0", "Microsoft.NETCore.App.Runtime.linux-x64 8.0.1",
      ])
    #expect(
      list.packages.filter(\.isDirect).map(\.name).sorted() == [
        "Amazon.Lambda.Core", "Microsoft.NETCore.App.Runtime.linux-x64",
      ])
    #expect(list.project.name == "App" && list.project.version == "1.2.0")
    let core = list.packages.first { $0.name == "Amazon.Lambda.Core" }
    #expect(core?.integrity.count == 1 && core?.dependencies.map { list.packages[$0].name } == ["Deep"])
  }

  @Test func readsReferencesOfProjects() {
    let files = FilesInMemory(files: [
      "Directory.Build.props": "<Project><PropertyGroup><Aws>3.7</Aws></PropertyGroup></Project>",
      "Directory.Packages.props": """
      <Project><Import Project="shared\\more.props"/><ItemGroup>
        <PackageVersion Include="Central" Version="$(Aws).1"/><PackageVersion Include="Over" Version="1"/>
        <GlobalPackageReference Include="Analyser" Version="9"/>
      </ItemGroup></Project>
      """,
      "shared/more.props":
        "<Project><ItemGroup><PackageVersion Include=\"Far\" Version=\"7\"/></ItemGroup></Project>",
      "NuGet.config": """
      <configuration><packageSources><clear/><add key="own" value="https://user:secret@nuget.example.com/v3?key=x"/>
      <add key="org" value="https://api.nuget.org/v3/index.json"/></packageSources>
      <packageSourceMapping><packageSource key="own"><package pattern="Company.*"/></packageSource></packageSourceMapping>
      </configuration>
      """,
      "src/App.csproj": """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup><AssemblyName>App</AssemblyName><Version>1.0</Version></PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Attribute" Version="$(aws).0" />
          <PackageReference Include="Child"><Version>2.0</Version></PackageReference>
          <PackageReference Include="central" /><PackageReference Include="Far" />
          <PackageReference Include="Over" VersionOverride="[2]" />
          <PackageReference Include="Tests" Version="1"><PrivateAssets>all</PrivateAssets></PackageReference>
          <PackageReference Include="Later" Condition="'$(T)' == 'net48'" /><PackageReference Update="later" Version="5" />
          <PackageReference Include="Open" Version="$(Unknown)" /><PackageReference Include="None" />
        </ItemGroup>
      </Project>
      """,
    ])
    let list = files.list("src/App.csproj")
    #expect(
      list.wishes == [
        "Analyser 9 development", "Attribute 3.7.0 production", "Child 2.0 production",
        "central 3.7.1 production",
        "Far 7 production", "Over [2] production", "Tests 1 development", "Later 5 production",
        "Open $(Unknown) production", "None - production",
      ])
    #expect(list.requirements[7].condition == "'$(T)' == 'net48'" && list.requirements[1].location.line == 4)
    #expect(list.project.name == "App" && list.project.version == "1.0")
    #expect(
      list.registries.map(\.address) == [
        "https://nuget.example.com/v3", "https://api.nuget.org/v3/index.json",
      ])
    #expect(list.registries.map(\.scope) == ["Company.*", nil])
    // What is asked for by name is installed in the version that is named.
    #expect(list.lines.contains("Over 2") && !list.lines.contains { $0.hasPrefix("Open") })
  }

  @Test func namesImportedFilesThatAreMalformed() {
    let files = FilesInMemory(files: [
      "Directory.Build.props": "<Project><PropertyGroup>",
      "good.props": "<Project><PropertyGroup><V>1.2</V></PropertyGroup></Project>",
      "src/App.csproj": """
      <Project><Import Project="..\\bad.props"/><Import Project="..\\good.props"/><Import Project="..\\absent.props"/>
      <ItemGroup><PackageReference Include="A" Version="$(V)"/></ItemGroup></Project>
      """,
      "bad.props": "no XML",
    ])
    let list = files.list("src/App.csproj")
    #expect(list.wishes == ["A 1.2 production"])
    #expect(list.problems.map(\.path) == ["Directory.Build.props", "bad.props"])
    #expect(list.problems.allSatisfy { $0.isError && $0.reason.contains("line 1") })
  }

  @Test func endsAtImportsThatGoRoundInACircleAndValuesThatGrow() {
    let doubling = (1...40).map { "<P\($0)>$(P\($0 - 1))$(P\($0 - 1))</P\($0)>" }.joined()
    let files = FilesInMemory(files: [
      "a.props": "<Project><Import Project=\"b.props\"/></Project>",
      "b.props":
        "<Project><Import Project=\"a.props\"/><PropertyGroup><P0>x</P0>\(doubling)</PropertyGroup></Project>",
      "A.csproj":
        "<Project><Import Project=\"a.props\"/><ItemGroup><PackageReference Include=\"A\" Version=\"$(P40)\"/><PackageReference Include=\"B\" Version=\"$(P2)\"/></ItemGroup></Project>",
    ])
    let list = files.list("A.csproj")
    #expect(list.requirements.map(\.constraint).last == "xxxx")
    #expect(list.requirements.allSatisfy { ($0.constraint ?? "").utf8.count < 2048 })
  }

  @Test func readsPackagesConfig() {
    let files = FilesInMemory(files: [
      "packages.config": """
      <?xml version="1.0" encoding="utf-8"?>
      <packages>
        <package id="EntityFramework" version="6.1.3" targetFramework="net461" />
        <package id="StyleCop" version="1.0" developmentDependency="true" />
        <package id="Nothing" />
      </packages>
      """
    ])
    let list = files.list("packages.config")
    #expect(list.lines == ["EntityFramework 6.1.3", "StyleCop 1.0"])
    #expect(list.packages.map(\.scope) == [.production, .development])
    #expect(list.reasons == ["line 5: a package without id or version"])
  }
}
