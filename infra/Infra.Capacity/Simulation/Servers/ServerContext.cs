using Infra.Capacity.Randomness;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>What the servers of a replica need of the world around them.</summary>
/// <param name="Replica">Number of the replica.</param>
/// <param name="Events">Where they say what comes next.</param>
/// <param name="Requests">All requests.</param>
/// <param name="Ledger">What becomes of the model's.</param>
/// <param name="Chance">The model's draws of service times.</param>
/// <param name="Gpu">The accelerator, where others may work on it; null for one of its own, or none.</param>
/// <param name="QueueLimit">Most requests that wait; null for any number.</param>
internal sealed record ServerContext(int Replica, EventQueue Events, RequestTable Requests, Ledger Ledger, RandomSource Chance, SharedGpu? Gpu, int? QueueLimit);
