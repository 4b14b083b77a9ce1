namespace Infra.Capacity.Simulation.Loop;

/// <summary>Something that will happen.</summary>
/// <param name="AtMicros">When.</param>
/// <param name="Sequence">Which of those at the same time comes first: the one that was scheduled first.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Detail">And which of it.</param>
internal readonly record struct ScheduledEvent(long AtMicros, long Sequence, EventKind Kind, int Subject, int Detail)
{
    /// <summary>Whether it comes before another one; of two events exactly one does.</summary>
    public bool IsBefore(in ScheduledEvent other) => AtMicros < other.AtMicros || (AtMicros == other.AtMicros && Sequence < other.Sequence);
}
