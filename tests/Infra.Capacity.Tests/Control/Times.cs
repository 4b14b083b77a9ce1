namespace Infra.Capacity.Tests.Control;

/// <summary>Seconds as the deciders count them.</summary>
internal static class Times
{
    public const long Second = 1_000_000;

    public const long Minute = 60 * Second;

    public const long Hour = 60 * Minute;
}
