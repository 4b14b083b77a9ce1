namespace Infra.Core.Naming;

/// <summary>Tells two contents apart where only their difference matters, as in an annotation that makes new pods.</summary>
public static class ContentHash
{
    /// <summary>Eight lower-case hexadecimal digits.</summary>
    public static string Of(string text) => ShortHash.Of(text);
}
