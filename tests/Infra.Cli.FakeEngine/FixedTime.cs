namespace Infra.Cli.FakeEngine;

/// <summary>The day on which the recordings were judged; timers run as they do.</summary>
internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
}
