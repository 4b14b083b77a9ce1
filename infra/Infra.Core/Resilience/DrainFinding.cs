namespace Infra.Core.Resilience;

/// <summary>One thing that the drain proof found.</summary>
/// <param name="Fault">What kind of thing.</param>
/// <param name="Subject">Pods, or namespace, that it is about.</param>
/// <param name="Message">What, where and why.</param>
public sealed record DrainFinding(DrainFault Fault, string Subject, string Message)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Fault}: {Subject}: {Message}";
}
