using System.CommandLine;
using DncActors.Command.Scrubs;

var root = new RootCommand("Asks a DncActors service whom one may contact.") { ScrubCommand.Make() };
var read = root.Parse(args);
if (read.Errors.Count == 0) return await read.InvokeAsync();
foreach (var error in read.Errors) await Console.Error.WriteLineAsync($"dnc: {error.Message}");
await Console.Error.WriteLineAsync("'dnc scrub --help' says what there is.");
return ExitCodes.Usage;
