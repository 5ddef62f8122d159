import FindingModel
import PackageModel
import Testing

@Suite struct PythonProjectTests {
  @Test func readsTheStandardsTables() throws {
    let list = try read(
      """
      [build-system]
      requires = ["setuptools"]
      [project]
      name = "shop"
      version = "1.0"
      license = {text = "MIT"}
      requires-python = ">=3.9"
      dependencies = [
        "requests>=2",
        "boto3==1.26.0 ; python_version > '3'",
        "not a requirement",
      ]
      [project.optional-dependencies]
      s3 = ["s3fs"]
      test = ["pytest"]
      [dependency-groups]
      dev = ["ruff", {include-group = "docs"}]
      docs = ["sphinx"]
      [tool.uv]
      dev-dependencies = ["mypy"]
      override-dependencies = ["six==1.0"]
      [[tool.uv.index]]
      name = "corp"
      url = "https://user:secret@corp.example/simple"
      [tool.uv.sources]
      requests = {git = "https://github.com/psf/requests", rev = "abc"}
      s3fs = {index = "corp"}
      """, "pyproject.toml")
    #expect(
      list.wishes == [
        "requests >=2 production", "boto3 ==1.26.0 production", "s3fs - optional", "pytest - development",
        "ruff - development", "sphinx - development", "mypy - development",
      ])
    #expect(list.reasons == ["line 11: 'not a requirement' is no requirement"])
    #expect(list.licences == ["MIT"] && list.engines.map(\.constraint) == [">=3.9"])
    #expect(
      try list.requirement("requests").source
        == .repository("https://github.com/psf/requests", revision: "abc"))
    #expect(try list.requirement("requests").location.line == 9)
    #expect(try list.requirement("s3fs").source == .registry("https://corp.example/simple"))
    #expect(list.registries.map(\.address) == ["https://corp.example/simple"])
    #expect(list.overrides.map(\.name) == ["six"])
    #expect(list.lines == ["boto3 1.26.0"])
  }

  @Test func readsPoetrysTables() throws {
    let list = try read(
      """
      [tool.poetry]
      name = "shop"
      license = "MIT"
      [tool.poetry.dependencies]
      python = "^3.9"
      requests = "^2.28"
      exact = "1.2.3"
      any = "*"
      local = {path = "../local", develop = true}
      tool = {git = "https://github.com/o/tool.git", tag = "v1"}
      extra = {version = "^1", optional = true}
      many = [{version = "1.0", python = "<3"}, {version = "2.0", python = ">=3"}]
      [tool.poetry.dev-dependencies]
      pytest = "*"
      [tool.poetry.group.lint.dependencies]
      ruff = "*"
      [[tool.poetry.source]]
      name = "corp"
      url = "https://corp.example/simple"
      """, "pyproject.toml")
    #expect(
      list.wishes == [
        "requests ^2.28 production", "exact 1.2.3 production", "any - production", "local - production",
        "tool - production", "extra ^1 optional", "many 1.0 production", "many 2.0 production",
        "pytest - development", "ruff - development",
      ])
    #expect(list.engines.map(\.constraint) == ["^3.9"])
    #expect(try list.requirement("local").source == .path("../local"))
    #expect(
      try list.requirement("tool").source == .repository("https://github.com/o/tool.git", revision: "v1"))
    #expect(list.lines == ["exact 1.2.3", "many 1.0", "many 2.0"])
  }

  @Test func readsPipfiles() throws {
    let list = try read(
      """
      [[source]]
      url = "https://pypi.org/simple"
      verify_ssl = true
      [packages]
      requests = "*"
      flask = {version = "==2.0", extras = ["async"], markers = "os_name == 'posix'"}
      tool = {git = "https://github.com/o/tool.git", ref = "v2", editable = true}
      [dev-packages]
      pytest = ">=7"
      [requires]
      python_version = "3.11"
      """, "Pipfile")
    #expect(
      list.wishes == [
        "requests - production", "flask ==2.0 production", "tool - production", "pytest >=7 development",
      ])
    #expect(try list.requirement("flask").condition == "os_name == 'posix'")
    #expect(
      try list.requirement("tool").source == .repository("https://github.com/o/tool.git", revision: "v2"))
    #expect(list.engines.map(\.constraint) == ["3.11"])
  }

  @Test func readsSetupConfigurations() throws {
    let list = try read(
      """
      [metadata]
      name = shop
      license = MIT
      [options]
      packages = find:
      install_requires =
          requests>=2
          # comment
          boto3==1.0; python_version < "4"
          six; attrs
      tests_require = pytest
      [options.extras_require]
      s3 = s3fs
      dev =
          tox
      """, "setup.cfg")
    #expect(
      list.wishes == [
        "requests >=2 production", "boto3 ==1.0 production", "six - production", "attrs - production",
        "pytest - development", "s3fs - optional", "tox - development",
      ])
    #expect(try list.requirement("requests").location.line == 7)
    #expect(list.project.name == "shop")
  }

  @Test(arguments: [
    ("setup(install_requires=['a>=1', \"b\"], x=1)", ["a", "b"]),
    ("reqs = [\n  'a', # 'no'\n  'b==1',\n]\nsetup(install_requires=reqs)", ["a", "b"]),
    ("setup(**{'install_requires': ('a',)})", ["a"]),
    ("setup(install_requires=open('r.txt').read())", []),
    ("setup(install_requires=[x for x in open('r.txt')])", []),
    ("# install_requires=['a']", []),
    ("'''install_requires=['a']'''", []),
    ("setup(install_requires=['a' + v, 'b%s' % v, 'c'])", ["c"]),
    ("setup(extras_require={'s3': ['a'], 'x': ['b']})", ["a", "b"]),
    ("setup(install_requires=['a", ["a"]), ("setup(install_requires=[", []), ("", []),
  ]) func readsLiteralsOfSetupPrograms(_ text: String, _ names: [String]) throws {
    #expect(try read(text, "setup.py").requirements.map(\.name) == names)
  }
}
