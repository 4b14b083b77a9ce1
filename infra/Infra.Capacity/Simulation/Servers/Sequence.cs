namespace Infra.Capacity.Simulation.Servers;

/// <summary>A request that a language model works on.</summary>
internal struct Sequence
{
    /// <summary>The request.</summary>
    public int Number;

    /// <summary>Tokens of the prompt that are still to be read; after a preemption, of prompt and answer.</summary>
    public int ToRead;

    /// <summary>Tokens that were in the KV cache when decoding began.</summary>
    public int CachedAtStart;

    /// <summary>Iterations that the replica had done when decoding began.</summary>
    public long StartIteration;

    /// <summary>Iterations that the replica will have done when the answer is whole.</summary>
    public long EndIteration;
}
