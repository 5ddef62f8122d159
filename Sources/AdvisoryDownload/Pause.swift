internal import Glibc

package enum Pause {
  package static func seconds(_ seconds: Int) { sleep(UInt32(clamping: seconds)) }
}
