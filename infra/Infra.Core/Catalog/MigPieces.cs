namespace Infra.Core.Catalog;

/// <summary>Equal pieces of one GPU.</summary>
/// <param name="Profile">What each piece is.</param>
/// <param name="Count">How many there are, at least 1.</param>
public sealed record MigPieces(MigProfile Profile, int Count);
