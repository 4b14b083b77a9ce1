namespace Infra.Core.Monitoring.Rules;

/// <summary>The four levels at which a model is watched.</summary>
public enum RuleLevel
{
    /// <summary>CPU, memory, disk and network of its pods.</summary>
    Base,

    /// <summary>Requests: how many, how fast, how many fail or wait.</summary>
    Business,

    /// <summary>What the runtime does with them: tokens, lengths, caches, batches.</summary>
    Model,

    /// <summary>What it takes of GPUs.</summary>
    Resource,
}
