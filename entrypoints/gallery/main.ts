import '../../src/ui/theme.css';
import { startGallery } from '../../src/ui/gallery/start-gallery.tsx';

const root = document.getElementById('root');
if (root) startGallery(root);
