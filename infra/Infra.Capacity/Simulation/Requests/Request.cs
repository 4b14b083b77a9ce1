namespace Infra.Capacity.Simulation.Requests;

/// <summary>A request that is on its way.</summary>
internal struct Request
{
    /// <summary>When it was sent.</summary>
    public long ArrivedMicros;

    /// <summary>When it came to the replica that has it.</summary>
    public long QueuedMicros;

    /// <summary>When its last token was made.</summary>
    public long LastTokenMicros;

    /// <summary>Which replica has it; -1 for a queue outside.</summary>
    public int Replica;

    /// <summary>The next one in the same queue or batch, or of the free places; -1 for none.</summary>
    public int Next;

    /// <summary>How often this place was taken: a number that was noted down is only good with the generation of its time.</summary>
    public int Generation;

    /// <summary>Tokens of the prompt.</summary>
    public int InputTokens;

    /// <summary>Tokens of the answer, 1 or more.</summary>
    public int OutputTokens;

    /// <summary>Tokens that were made.</summary>
    public int MadeTokens;

    /// <summary>Where it is.</summary>
    public RequestState State;
}
