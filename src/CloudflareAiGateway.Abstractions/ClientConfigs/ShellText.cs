using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Pieces of POSIX shell that several clients share.</summary>
internal static class ShellText
{
    /// <summary>Lines that end the script with the variable's name when it is not set.</summary>
    public static void RequireVariables(Snippet snippet, IEnumerable<ClientVariable> variables)
    {
        foreach (ClientVariable variable in variables)
        {
            snippet.Line($": \"${{{variable.Name}:?Set it to {variable.Description}}}\"");
        }
    }
}
