namespace System.Runtime.CompilerServices;

/// <summary>Lets this netstandard2.0 assembly use records; the compiler asks for the type by name.</summary>
internal static class IsExternalInit;
