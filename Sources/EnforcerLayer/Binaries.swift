internal import CEnforcer
internal import FunctionProtection

/// The enforcer's programs, built by scripts/build-enforcer.
enum Binaries {
  static func launcher(_ architecture: FunctionArchitecture) -> [UInt8] {
    switch architecture {
    case .x86_64: bytes(parapet_enforcer_x86_64_launcher_bytes(), parapet_enforcer_x86_64_launcher_size)
    case .arm64: bytes(parapet_enforcer_aarch64_launcher_bytes(), parapet_enforcer_aarch64_launcher_size)
    }
  }

  static func library(_ architecture: FunctionArchitecture) -> [UInt8] {
    switch architecture {
    case .x86_64: bytes(parapet_enforcer_x86_64_library_bytes(), parapet_enforcer_x86_64_library_size)
    case .arm64: bytes(parapet_enforcer_aarch64_library_bytes(), parapet_enforcer_aarch64_library_size)
    }
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: UInt) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
