namespace Infra.Capacity.Simulation.Requests;

/// <summary>Where a request is.</summary>
internal enum RequestState : byte
{
    /// <summary>Nowhere: its place in the table is free.</summary>
    Free,

    /// <summary>In a queue.</summary>
    Waiting,

    /// <summary>In service.</summary>
    InService,

    /// <summary>Given up by its caller, and still in a queue or in service.</summary>
    Abandoned,
}
