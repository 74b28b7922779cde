import DossierCatalog
import DossierEngine
import DossierModel
import Synchronization

/// Draws one line of progress on a terminal: what is done, how fast, how long it takes yet.
final class ProgressLine: Sendable {
  private struct State {
    var began: ContinuousClock.Instant
    var phase: WorkProgress.Phase?
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

  /// What draws reports of progress here, or nothing where nobody would see them.
  var handler: ProgressHandler? {
    guard desk.console.showsProgress else { return nil }
    return { [self] progress in draw(progress) }
  }

  /// Takes the line away again.
  func finish() {
    let wasDirty = state.withLock { state in
      defer { state.isDirty = false }
      return state.isDirty
    }
    if wasDirty { desk.console.drawOver("") }
  }

  private func draw(_ update: WorkProgress) {
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

  private func text(_ update: WorkProgress, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(update.bytesDone) / seconds : 0
    var parts = [
      desk.text("progress.\(update.phase.rawValue)"), "\(update.filesDone)/\(update.filesTotal)",
    ]
    let done = size(update.bytesDone)
    let share = update.bytesTotal > 0 ? Double(update.bytesDone) / Double(update.bytesTotal) : 0
    parts.append(
      update.bytesTotal > 0
        ? "\(done)/\(size(update.bytesTotal)) (\(Int(share * 100)) %)" : done)
    parts.append(size(UInt64(max(0, rate))) + "/s")
    if share > 0.01, share < 1, rate > 0 {
      let left = Double(update.bytesTotal - update.bytesDone) / rate
      parts.append(desk.text("progress.left", ["time": .text(Self.duration(left))]))
    }
    return DisplayWidth.fit(parts.joined(separator: "  "), to: desk.console.width - 1)
  }

  private func size(_ bytes: UInt64) -> String {
    Wording.size(Int64(clamping: bytes), desk.language)
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let tail = whole % 60
    return "\(whole / 60):\(tail < 10 ? "0" : "")\(tail)"
  }
}
