namespace Infra.Core;

/// <summary>Names of component inputs that planning reads, whichever component has them.</summary>
public static class ComponentInputs
{
    /// <summary>Pods that the component brings without writing them: a list of footprints.</summary>
    public const string Footprint = "footprint";
}
