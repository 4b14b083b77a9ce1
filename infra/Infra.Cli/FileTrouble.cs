namespace Infra.Cli;

/// <summary>Why a place in a file system can't be used, in words for people.</summary>
internal static class FileTrouble
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    public static string Of(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "there is no permission for it",
        PathTooLongException => "the path is too long",
        IOException { HResult: NoSpace } => "the disk is full",
        IOException { HResult: ReadOnly } => "its file system can only be read",
        _ => "no folder can be made or changed there",
    };
}
