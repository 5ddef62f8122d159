import FindingModel
import PackageModel
import Testing

@Suite struct RubyTests {
  private static let digest = String(repeating: "ab", count: 32)
  private static let lock = """
    GIT
      remote: https://token@github.com/o/tool.git
      revision: abc123
      branch: main
      specs:
        tool (0.1.0)
          rack

    PATH
      remote: engines/own
      specs:
        own (1.0.0)

    GEM
      remote: https://rubygems.org/
      specs:
        nokogiri (1.16.0-x86_64-linux)
          racc (~> 1.4)
        nokogiri (1.16.0)
          racc (~> 1.4)
        racc (1.7.3)
        rack (3.0.8)
        rspec (3.12.0)
          rack (>= 1)
          racc

    PLATFORMS
      ruby
      x86_64-linux

    DEPENDENCIES
      nokogiri (~> 1.16)
      own!
      rspec
      tool!

    CHECKSUMS
      nokogiri (1.16.0) sha256=\(digest)

    RUBY VERSION
       ruby 3.2.2p53

    BUNDLED WITH
       2.4.10
    """
  private static let manifest = """
    source "https://rubygems.org"
    # gem "commented"
    gem "nokogiri", "~> 1.16", ">= 1.16.1"
    gem 'tool', git: "https://token@github.com/o/tool.git", branch: 'main'
    gem "own", path: "engines/own"
    gem "hub", github: "o/hub", tag: "v1"
    gem "pinned", "1.2.3", require: false
    gem "rails", :git => "https://github.com/rails/rails.git",
      :ref => "abc"
    gem name_of_variable
    gem "computed-#{x}"
    if condition
      gem "conditional"
    end
    group :development, :test do
      gem "rspec"
      source "https://gems.corp.example" do
        gem "internal"
      end
    end
    gem "lint", group: [:development, :ci]
    gem "both", groups: [:default, :test]
    source "https://extra.example/" do
      gem "extra" if true
    end
    """

  @Test func readsLockfiles() throws {
    let list = try read(Self.lock, "Gemfile.lock", with: ["Gemfile": Self.manifest])
    #expect(list.problems.isEmpty)
    #expect(
      list.lines == [
        "nokogiri 1.16.0", "own 1.0.0", "racc 1.7.3", "rack 3.0.8", "rspec 3.12.0", "tool 0.1.0",
      ])
    #expect(list.direct == ["nokogiri", "own", "rspec", "tool"])
    #expect(try list.needs(of: "rspec") == ["racc", "rack"])
    #expect(list.names(.development) == ["rspec"])
    #expect(try list.entry("tool").source == .repository("https://github.com/o/tool.git", revision: "abc123"))
    #expect(try list.entry("own").source == .path("engines/own"))
    #expect(try list.entry("racc").source == .registry(nil))
    #expect(
      try list.entry("nokogiri").integrity == [IntegrityHash(algorithm: "sha256", hexadecimal: Self.digest)])
    #expect(try list.entry("racc").location.line == 21)
  }

  @Test func readsPlainLinesOfManifests() throws {
    let list = try read(Self.manifest, "Gemfile")
    #expect(
      list.wishes == [
        "nokogiri ~> 1.16, >= 1.16.1 production", "tool - production", "own - production", "hub - production",
        "pinned 1.2.3 production", "rails - production", "conditional - production", "rspec - development",
        "internal - development", "lint - development", "both - production", "extra - production",
      ])
    #expect(
      try list.requirement("tool").source == .repository("https://github.com/o/tool.git", revision: "main"))
    #expect(try list.requirement("hub").source == .repository("https://github.com/o/hub", revision: "v1"))
    #expect(
      try list.requirement("rails").source
        == .repository("https://github.com/rails/rails.git", revision: "abc"))
    #expect(try list.requirement("own").source == .path("engines/own"))
    #expect(try list.requirement("internal").source == .registry("https://gems.corp.example"))
    #expect(try list.requirement("lint").source == .registry(nil))
    #expect(try list.requirement("lint").location.line == 21)
    #expect(list.registries.map(\.address) == ["https://rubygems.org"])
    #expect(list.lines == ["pinned 1.2.3"])
  }

  @Test func whatIsNoLockfileIsSaid() throws {
    #expect(try read("hello", "Gemfile.lock").problems.count == 1)
    #expect(try read("GEM\n  specs:\n<<<<<<< HEAD\n    a (1)\n", "gems.locked").reasons.count == 1)
  }
}
