using Infra.Automation.Engine;
using Infra.Automation.Events;
using Moq;

namespace Infra.Automation.Tests.Harness;

/// <summary>Engines that do what a test needs; whatever it didn't name fails it.</summary>
internal static class Engines
{
    public const string Stack = "dev";

    public static Mock<IStackEngine> New(string version = "3.220.0")
    {
        var engine = new Mock<IStackEngine>(MockBehavior.Strict);
        engine.Setup(one => one.VersionAsync(It.IsAny<CancellationToken>())).ReturnsAsync(version);
        return engine;
    }

    /// <summary>An update that does this with the events' reader and the token.</summary>
    public static Mock<IStackEngine> Up(this Mock<IStackEngine> engine, Func<Action<StackEvent>, CancellationToken, Task<EngineResult>> up)
    {
        engine.Setup(one => one.UpAsync(Stack, It.IsAny<UpRequest>(), It.IsAny<Action<StackEvent>>(), It.IsAny<CancellationToken>()))
            .Returns((string _, UpRequest _, Action<StackEvent> onEvent, CancellationToken token) => up(onEvent, token));
        return engine;
    }

    public static Mock<IStackEngine> Exports(this Mock<IStackEngine> engine, string state)
    {
        engine.Setup(one => one.ExportAsync(Stack, It.IsAny<CancellationToken>())).ReturnsAsync(state);
        return engine;
    }

    public static EngineException Failure(string error, IEnumerable<StackEvent>? events = null, string output = "") => new("pulumi up", 255, output, error, events ?? []);
}
