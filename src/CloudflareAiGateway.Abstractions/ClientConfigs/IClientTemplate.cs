using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Writes the settings of one client. Each client is a class of its own in <c>Templates</c>; <see cref="ClientTemplates"/> lists them.</summary>
internal interface IClientTemplate
{
    /// <summary>The client.</summary>
    ClientTool Client { get; }

    /// <summary>The language of the text.</summary>
    string Language { get; }

    /// <summary>The file that the text belongs in.</summary>
    string FileName { get; }

    /// <summary>What has to be installed, as a command line; null when nothing has.</summary>
    string? Install { get; }

    /// <summary>Works out how this client reaches the model.</summary>
    /// <exception cref="AiGatewayException">Rejected: it cannot.</exception>
    ClientRoute Route(ClientConfigRequest request);

    /// <summary>Writes the text, with line feeds.</summary>
    string Write(ClientRoute route, ClientConfigRequest request);

    /// <summary>What goes wrong with this client, whatever the route.</summary>
    IEnumerable<string> Notes(ClientRoute route);
}
