namespace Infra.Core.Catalog;

/// <summary>How well an amount of memory is known.</summary>
public enum FactBasis
{
    /// <summary>Somebody read it on a real machine.</summary>
    Measured,

    /// <summary>Derived from the nominal size by the rule that the value's documentation names.</summary>
    Estimated,
}
