namespace Infra.Capacity.Control;

/// <summary>A pod as a horizontal pod autoscaler sees it.</summary>
public readonly record struct PodReading
{
    /// <summary>Whether no container of it runs yet: it has no node, or its image is pulled, or its model copied (phase <c>Pending</c>).</summary>
    public bool IsPending { get; init; }

    /// <summary>Whether it is told to end.</summary>
    public bool IsEnding { get; init; }

    /// <summary>When its node took it (<c>status.startTime</c>); without meaning while it is pending.</summary>
    public long StartedMicros { get; init; }

    /// <summary>Whether it is ready.</summary>
    public bool IsReady { get; init; }

    /// <summary>When it became what it is, ready or not.</summary>
    public long ReadyChangedMicros { get; init; }

    /// <summary>What it used, in thousandths; null where nobody measured.</summary>
    public long? UsageMillis { get; init; }

    /// <summary>When that was measured: the end of the window.</summary>
    public long MeasuredMicros { get; init; }

    /// <summary>Over how long.</summary>
    public long WindowMicros { get; init; }
}
