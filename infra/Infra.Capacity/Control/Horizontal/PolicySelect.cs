namespace Infra.Capacity.Control;

/// <summary>Which of several policies counts.</summary>
public enum PolicySelect
{
    /// <summary>The one that allows the greatest change.</summary>
    Max,

    /// <summary>The one that allows the smallest.</summary>
    Min,

    /// <summary>None: nothing is changed in this direction.</summary>
    Disabled,
}
