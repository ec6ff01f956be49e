using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>One check of a connection. To add one, implement this and list it in <see cref="ConnectionDoctor"/>.</summary>
internal interface ICheck
{
    /// <summary>What is checked, as the user sees it.</summary>
    string Name { get; }

    /// <summary>Runs the check with harmless calls.</summary>
    /// <exception cref="AiGatewayException">Counts as failed, with the exception's message and advice.</exception>
    Task<AiGatewayConnectionCheck> RunAsync(Examination examination);
}
