namespace Infra.Core.Network;

/// <summary>An AWS service that nodes and controllers call.</summary>
/// <param name="Name">Last part of its service name, after <c>com.amazonaws.REGION.</c>.</param>
/// <param name="Caller">Who calls it and what for, as a clause.</param>
/// <param name="ByDefault">True if a cluster whose API server is private reaches it over an interface endpoint unless told otherwise.</param>
public sealed record VpcEndpointService(string Name, string Caller, bool ByDefault);
