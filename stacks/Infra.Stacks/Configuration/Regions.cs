namespace Infra.Stacks.Configuration;

/// <summary>How the configuration writes AWS regions.</summary>
internal static class Regions
{
    /// <summary>A region of the commercial partition.</summary>
    public const string Pattern = "(af|ap|ca|eu|il|me|mx|sa|us)-(central|north|south|east|west|northeast|northwest|southeast|southwest)-[0-9]";

    /// <summary>The same for people.</summary>
    public const string Allowed = "a commercial AWS region such as us-west-2";
}
