// The settings of the private cluster. They go on the command line, so an edited or older postgresql.conf cannot weaken them.
export function toArguments(place: { cluster: string; socketFolder: string; name: string }): string[] {
  const settings: Record<string, string> = {
    ...durability,
    ...privacy,
    ...size,
    // In every process title: how the processes of this cluster are known after their parent was killed.
    cluster_name: place.name,
    unix_socket_directories: place.socketFolder,
  };
  return ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

export const port = 5432;
export const owner = 'salama';
export const database = 'salama';

// Trust over a socket in a 0700 folder: whoever may enter it is the cluster's own user or root, and could read the data
// files anyway. A password would add a secret to keep and no wall. No TCP at all.
export const hostRules = 'local all all trust\n';

const durability = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

const privacy = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Above ERROR: the first line of an error may quote a value ("invalid input syntax … \"text\"").
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
};

// A laptop of 4 GB that also runs Node and a browser.
const size = {
  max_connections: '60',
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
};
