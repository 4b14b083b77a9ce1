namespace Infra.Stacks.Configuration;

/// <summary>Which pods make place for which, where nodes are full.</summary>
public enum ModelPriority
{
    /// <summary>Pushes out spot models and room that is held ready.</summary>
    Standard,

    /// <summary>Pushes out every other model on its pools too.</summary>
    Critical,

    /// <summary>Pushes nobody out, and goes first: for work that can wait.</summary>
    Spot,
}
