using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Cli;
using Infra.Cli.FakeEngine;
using Infra.Cli.Registries;

// The real command line as a process of its own, for tests that send signals; only the engine behind it is a fake one, by these variables.
const string Project = "FAKE_PROJECT";
const string Events = "FAKE_EVENTS";
const string State = "FAKE_STATE";
const string Error = "FAKE_ERROR";
const string Stubborn = "FAKE_STUBBORN";

var engine = new FakeStackEngine();
if (Text(Events) is { } events)
{
    engine.Events = [.. events.Split('\n').Select(StackEventReader.Read).OfType<StackEvent>()];
    engine.Work = async (onEvent, stop) =>
    {
        await Asked(stop);
        if (Environment.GetEnvironmentVariable(Stubborn) is not null)
        {
            await new TaskCompletionSource().Task;
        }
        // What it has in hand it finishes: the last one begun.
        var last = engine.Events.OfType<StackEvent.ResourceStarted>().Last();
        onEvent(new StackEvent.ResourceDone(last.Urn, last.Operation));
        onEvent(new StackEvent.Ended());
    };
}
if (Text(State) is { } state)
{
    engine.States["dev"] = state;
}
if (Text(Error) is { } error)
{
    engine.Failure = _ => new EngineException("pulumi up", 255, "", error, []);
}

var project = new ProjectFolder(Environment.GetEnvironmentVariable(Project)!);
return await new CommandLine(
    Terminal.OfProcess(), () => project, PlanSource.Of, RegistryAccess.Network, OutsideWorld.OfProcess with { Engines = (_, _) => Task.FromResult<IStackEngine>(engine), Time = new FixedTime() }).RunAsync(args);

static Task Asked(CancellationToken stop)
{
    var asked = new TaskCompletionSource();
    stop.Register(asked.SetResult);
    return asked.Task;
}

static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { } file ? File.ReadAllText(file) : null;
