import DossierCommands

@main
enum EntryPoint {
  static func main() async {
    await HosoProcess.run()
  }
}
