using System.IO;

namespace CloudflareAiGateway.Client;

/// <summary>How rows become bytes. Without a state: the bytes of a row depend on the row alone.</summary>
internal interface IRowFormat
{
    /// <summary>Writes what comes before all rows.</summary>
    void WriteHeader(Stream target);

    /// <summary>Writes one row.</summary>
    void WriteRow(Stream target, ExportRow row);
}
