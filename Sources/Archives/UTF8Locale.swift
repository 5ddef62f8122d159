internal import Glibc

/// UTF-8 as this thread's character set while an archive is read.
///
/// libarchive converts names to the locale's character set, and in the plain C locale every letter outside ASCII
/// would become a question mark.
struct UTF8Locale {
  private let own: locale_t?
  private let previous: locale_t?

  init() {
    own = newlocale(characterTypesMask, "C.UTF-8", nil)
    previous = own.flatMap { uselocale($0) }
  }

  func restore() {
    guard let own else { return }
    uselocale(previous)
    freelocale(own)
  }
}

/// `LC_CTYPE_MASK` is a macro that Swift does not import: the bit of the category.
private let characterTypesMask = Int32(1) << LC_CTYPE
