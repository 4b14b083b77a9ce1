namespace Infra.Cli.LoadTests;

/// <summary>What an endpoint speaks.</summary>
internal enum LoadProtocol
{
    Http,
    OpenAi,
    KServe,
    TensorFlow,
}
