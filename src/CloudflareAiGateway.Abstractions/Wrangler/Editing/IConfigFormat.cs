using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A language of configuration files: reads them, and changes one text in them without touching anything else.</summary>
internal interface IConfigFormat
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigSyntaxException">It is broken.</exception>
    ConfigNode Read(string text);

    /// <summary>Sets a text at a path of names.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">The names from the outermost table on; the last one is the text's own.</param>
    /// <param name="value">The text.</param>
    /// <returns>The file with that text in it; the same when it was there.</returns>
    /// <exception cref="ConfigSyntaxException">The file is broken, or something on the path is no table.</exception>
    string Set(string text, IReadOnlyList<string> path, string value);

    /// <summary>Makes the beginning of a new file.</summary>
    /// <param name="worker">The Worker's name.</param>
    /// <param name="date">The compatibility date.</param>
    string Begin(string worker, string date);
}
