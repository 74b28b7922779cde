import DossierCatalog
import DossierEngine
import DossierModel
import Synchronization

/// Draws one line of progress on a terminal: what is done, how fast, how long it takes yet.
final class ProgressLine: Sendable {
  private struct State {
    var began: ContinuousClock.Instant
    var phase: ProgressUpdate.Phase?
    var drawn: ContinuousClock.Instant
    var isDirty = false
  }

  /// A line that is drawn no more often than this is readable and costs nothing.
  private static let interval = Duration.milliseconds(100)
  private static let clock = ContinuousClock()

  private let desk: Desk
  private let state: Mutex<State>

  /// Makes a line; it draws nothing where stderr is no terminal.
  init(_ desk: Desk) {
    self.desk = desk
    let now = Self.clock.now
    state = Mutex(State(began: now, phase: nil, drawn: now))
  }

  /// A counter whose updates are drawn here.
  func counter() -> ProgressCounter {
    guard desk.console.showsProgress else { return ProgressCounter() }
    return ProgressCounter { [self] update in draw(update) }
  }

  /// Takes the line away again.
  func finish() {
    let wasDirty = state.withLock { state in
      defer { state.isDirty = false }
      return state.isDirty
    }
    if wasDirty { desk.console.drawOver("") }
  }

  private func draw(_ update: ProgressUpdate) {
    let line = state.withLock { state -> String? in
      let now = Self.clock.now
      if state.phase != update.phase {
        state.phase = update.phase
        state.began = now
      }
      guard now - state.drawn >= Self.interval else { return nil }
      state.drawn = now
      state.isDirty = true
      return text(update, elapsed: now - state.began)
    }
    if let line { desk.console.drawOver(line) }
  }

  private func text(_ update: ProgressUpdate, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(update.bytes) / seconds : 0
    var parts = [
      desk.text("progress.\(update.phase.rawValue)"), "\(update.files)/\(update.totalFiles)",
    ]
    let done = Wording.size(update.bytes, desk.language)
    let share = update.totalBytes > 0 ? Double(update.bytes) / Double(update.totalBytes) : 0
    parts.append(
      update.totalBytes > 0
        ? "\(done)/\(Wording.size(update.totalBytes, desk.language)) (\(Int(share * 100)) %)" : done)
    parts.append(Wording.size(Int64(rate), desk.language) + "/s")
    if share > 0.01, share < 1, rate > 0 {
      let left = Double(update.totalBytes - update.bytes) / rate
      parts.append(desk.text("progress.left", ["time": .text(Self.duration(left))]))
    }
    return DisplayWidth.fit(parts.joined(separator: "  "), to: desk.console.width - 1)
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let tail = whole % 60
    return "\(whole / 60):\(tail < 10 ? "0" : "")\(tail)"
  }
}
