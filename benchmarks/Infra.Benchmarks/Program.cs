using System.CommandLine;
using Infra.Benchmarks;
using Infra.Benchmarks.Measuring;
using Infra.Benchmarks.Objects;

var root = new RootCommand("Whole-process benchmarks; './run bench' builds and starts them.");
root.Add(new ObjectsCommand());
root.Add(new SynthesizeCommand());
root.Add(new MeasureCommand());
// Without an action of its own the root would only print its help; `./run bench` alone runs everything there is.
return await root.Parse(args.Length == 0 || args[0].StartsWith('-') ? [ObjectsCommand.Verb, .. args] : args).InvokeAsync();
