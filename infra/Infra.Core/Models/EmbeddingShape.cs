namespace Infra.Core.Models;

/// <summary>The tables at both ends of a language model. With pipeline parallelism each stands whole on the first or the last stage.</summary>
/// <param name="Vocabulary">Tokens of the vocabulary.</param>
/// <param name="Hidden">Elements of a token's vector.</param>
/// <param name="IsTied">True if input and output share one table.</param>
public sealed record EmbeddingShape(int Vocabulary, int Hidden, bool IsTied)
{
    /// <summary>Parameters of one table.</summary>
    public long TableParameters => (long)Vocabulary * Hidden;
}
