namespace Pulumi.Automation.Events;

public class EngineEvent
{
    internal EngineEvent() => throw SignaturesOnly.Called();
}
