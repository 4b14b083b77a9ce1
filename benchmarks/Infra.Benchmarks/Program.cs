using System.CommandLine;
using Infra.Benchmarks;
using Infra.Benchmarks.Measuring;
using Infra.Benchmarks.Objects;
using Infra.Benchmarks.Plans;
using Infra.Benchmarks.Simulations;

var bench = new Command("bench", "Benchmarks of this checkout.");
bench.Add(new ObjectsCommand());
bench.Add(new PlanCommand());
bench.Add(new SimulateCommand());
bench.Add(new SynthesizeCommand());
bench.Add(new SimulateOnceCommand());
bench.Add(new MeasureCommand());
// The script hands over what stands behind `./run bench`; alone it makes objects.
string[] rest = args.Length == 0 || args[0].StartsWith('-') ? [ObjectsCommand.Verb, .. args] : args;
return await new Command("./run") { bench }.Parse([bench.Name, .. rest]).InvokeAsync();
